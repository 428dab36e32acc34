import Glibc

/// The presentation's end of the notes' socket. Everything is done at once or not at all, in the
/// one loop: nobody at the other end can slow it down.
final class NotesServer {
  let path: String
  private let listener: Int32
  private var peers: [NotesPeer] = []
  private var latest: [UInt8] = []
  /// Tells our socket from one that has taken its path.
  private let identity: (device: dev_t, inode: ino_t)
  private var isOpen = true
  /// False once the process had no descriptor left: the listener would wake us for ever.
  private var accepts = true

  static let mostPeers = 8

  /// Takes the path; a socket that nobody listens at any more is replaced.
  init(path: String) throws(NotesFailure) {
    self.path = path
    try NotesPath.prepare(path)
    listener = try Self.listen(at: path)
    var status = stat()
    guard lstat(path, &status) == 0 else {
      Glibc.close(listener)
      throw .failed(path, errno)
    }
    identity = (status.st_dev, status.st_ino)
  }

  deinit { close() }

  var hasReaders: Bool { !peers.isEmpty }
  var readerCount: Int { peers.count }

  /// Readable when somebody comes, goes or talks.
  var descriptors: [Int32] { (accepts ? [listener] : []) + peers.map(\.descriptor) }
  /// Those of readers that get the rest of a line once they have room.
  var writing: [Int32] { peers.filter(\.wantsToWrite).map(\.descriptor) }

  /// Takes in who has come, and lets go who has gone. Returns whether somebody is new.
  func serve() -> Bool {
    for place in peers.indices.reversed() {
      keep(place, if: peers[place].listen() && peers[place].flush())
    }
    return accepts && acceptAll()
  }

  /// Sends a line to all, unless it is the one they have.
  func send(_ line: [UInt8]) {
    if line == latest { return }
    latest = line
    for place in peers.indices.reversed() {
      keep(place, if: peers[place].offer(line))
    }
  }

  /// Lets all readers go and gives the path back.
  func close() {
    guard isOpen else { return }
    isOpen = false
    for peer in peers { Glibc.close(peer.descriptor) }
    peers.removeAll()
    Glibc.close(listener)
    var status = stat()
    if lstat(path, &status) == 0, status.st_dev == identity.device,
      status.st_ino == identity.inode
    {
      unlink(path)
    }
  }

  private func acceptAll() -> Bool {
    var hasNew = false
    for _ in 0..<Self.mostPeers * 2 {
      let accepted = NotesSocket.accept(from: listener)
      if accepted < 0 {
        accepts = errno != EMFILE && errno != ENFILE
        return hasNew
      }
      guard peers.count < Self.mostPeers else {
        Glibc.close(accepted)
        continue
      }
      peers.append(NotesPeer(descriptor: accepted))
      hasNew = true
      if !latest.isEmpty { keep(peers.count - 1, if: peers[peers.count - 1].offer(latest)) }
    }
    return hasNew
  }

  private func keep(_ place: Int, if isThere: Bool) {
    if isThere { return }
    Glibc.close(peers[place].descriptor)
    peers.remove(at: place)
  }
}

extension NotesServer {
  private static func listen(at path: String) throws(NotesFailure) -> Int32 {
    guard let address = NotesPath.address(path) else { throw .tooLong(path) }
    let listener = NotesSocket.open()
    guard listener >= 0 else { throw .failed(path, errno) }
    var code = bind(listener, to: address)
    if code == EADDRINUSE {
      do throws(NotesFailure) {
        try removeStale(path, address)
      } catch {
        Glibc.close(listener)
        throw error
      }
      code = bind(listener, to: address)
    }
    if code == 0, Glibc.listen(listener, Int32(mostPeers)) != 0 { code = errno }
    guard code == 0 else {
      Glibc.close(listener)
      throw code == EADDRINUSE ? .taken(path) : .failed(path, code)
    }
    return listener
  }

  /// 0, or the error. Nobody else can connect, not even for a moment.
  private static func bind(_ listener: Int32, to address: sockaddr_un) -> Int32 {
    let before = umask(0o177)
    defer { umask(before) }
    let result = NotesSocket.with(address) { Glibc.bind(listener, $0, $1) }
    return result == 0 ? 0 : errno
  }

  private static func removeStale(_ path: String, _ address: sockaddr_un) throws(NotesFailure) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else { throw .noSocket(path) }
    let probe = NotesSocket.open()
    defer { if probe >= 0 { Glibc.close(probe) } }
    let result = NotesSocket.with(address) { connect(probe, $0, $1) }
    guard result != 0, errno == ECONNREFUSED else { throw .taken(path) }
    guard unlink(path) == 0 else { throw .failed(path, errno) }
  }
}
