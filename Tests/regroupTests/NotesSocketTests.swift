import Board
import Foundation
import Testing

@testable import regroup

/// Nobody at the other end can slow the presentation down, or take its place.
@Suite struct NotesSocketTests {
  private final class Folder {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("rg-\(UUID().uuidString.prefix(8))").path
    init() throws {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o755])
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
    var socket: String { path + "/notes.sock" }
  }

  private func line(_ number: Int, padding: Int = 0) -> [UInt8] {
    var sheet = NotesSheet(figure: "6-5", step: number)
    sheet.english.coming = Array(repeating: String(repeating: "x", count: 500), count: padding)
    return sheet.line ?? []
  }

  /// Raw bytes from a reader that keeps to no protocol.
  private func say(_ text: String, through descriptor: Int32) {
    _ = text.withCString { send(descriptor, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
  }

  @Test func `a reader gets the newest sheet, at once if it comes late`() throws {
    let folder = try Folder()
    let server = try NotesServer(path: folder.socket)
    let first = try #require(NotesConnection(path: folder.socket))
    #expect(server.serve() && server.hasReaders)
    server.send(line(1))
    #expect(first.take().newest?.step == 1)
    let second = try #require(NotesConnection(path: folder.socket))
    #expect(server.serve())
    #expect(second.take().newest?.step == 1)
    server.send(line(2))
    server.send(line(3))
    #expect(first.take().newest?.step == 3 && second.take().newest?.step == 3)
    // The same once more is not sent.
    server.send(line(3))
    #expect(first.take().newest == nil && first.take().isThere)
    server.close()
    #expect(!first.take().isThere)
  }

  @Test func `who never reads misses sheets, and is let go; the others notice nothing`() throws {
    let folder = try Folder()
    let server = try NotesServer(path: folder.socket)
    let deaf = try #require(NotesConnection(path: folder.socket))
    let good = try #require(NotesConnection(path: folder.socket))
    _ = server.serve()
    #expect(server.readerCount == 2)
    for number in 0..<200 {
      server.send(line(number, padding: 39))
      #expect(good.take().newest?.step == number)
      _ = server.serve()
    }
    #expect(server.readerCount == 1 && server.writing.isEmpty)
    var last = -1
    while true {
      let (newest, isThere) = deaf.take()
      last = max(last, newest?.step ?? last)
      if !isThere { break }
    }
    #expect(last < 199)
  }

  @Test func `who reads late goes on with the newest, and no line is torn`() throws {
    let folder = try Folder()
    let server = try NotesServer(path: folder.socket)
    let slow = try #require(NotesConnection(path: folder.socket))
    _ = server.serve()
    for number in 0..<60 { server.send(line(number, padding: 39)) }
    #expect(server.writing.count == 1)
    var last = -1
    for _ in 0..<100 where last < 59 {
      let (newest, isThere) = slow.take()
      #expect(isThere)
      last = newest?.step ?? last
      _ = server.serve()
    }
    #expect(last == 59 && server.writing.isEmpty)
  }

  @Test func `who talks is let go, who leaves is forgotten`() throws {
    let folder = try Folder()
    let server = try NotesServer(path: folder.socket)
    let talker = try #require(NotesConnection(path: folder.socket))
    var leaver = NotesConnection(path: folder.socket)
    _ = server.serve()
    #expect(server.readerCount == 2)
    say("GET / HTTP/1.1\r\n", through: talker.descriptor)
    _ = server.serve()
    #expect(server.readerCount == 2)
    say(String(repeating: "garbage ", count: 400), through: talker.descriptor)
    _ = server.serve()
    #expect(server.readerCount == 1)
    if leaver != nil { leaver = nil }
    _ = server.serve()
    #expect(!server.hasReaders && server.descriptors.count == 1)
  }

  @Test func `more readers than there may be are sent away`() throws {
    let folder = try Folder()
    let server = try NotesServer(path: folder.socket)
    var readers: [NotesConnection] = []
    for _ in 0..<NotesServer.mostPeers + 1 {
      readers.append(try #require(NotesConnection(path: folder.socket)))
      _ = server.serve()
    }
    #expect(server.readerCount == NotesServer.mostPeers)
    #expect(readers.last?.take().isThere == false && readers[0].take().isThere)
  }

  @Test func `the path is the presenter's alone, and is given back`() throws {
    let folder = try Folder()
    let server = try NotesServer(path: folder.socket)
    var status = stat()
    #expect(lstat(folder.socket, &status) == 0 && status.st_mode & 0o777 == 0o600)
    // A living one is not replaced, and works on.
    #expect(throws: NotesFailure.taken(folder.socket)) {
      try NotesServer(path: folder.socket)
    }
    let reader = try #require(NotesConnection(path: folder.socket))
    _ = server.serve()
    server.send(line(4))
    #expect(reader.take().newest?.step == 4)
    server.close()
    #expect(lstat(folder.socket, &status) != 0)
  }

  @Test func `a stale socket is replaced, anything else is left alone`() throws {
    let folder = try Folder()
    // What a process leaves that was killed: bound, and nobody listens.
    let dead = NotesSocket.open()
    let address = try #require(NotesPath.address(folder.socket))
    #expect(NotesSocket.with(address) { bind(dead, $0, $1) } == 0)
    close(dead)
    let server = try NotesServer(path: folder.socket)
    #expect(NotesConnection(path: folder.socket) != nil)
    // Whoever has taken the path meanwhile keeps it.
    unlink(folder.socket)
    let next = try NotesServer(path: folder.socket)
    server.close()
    #expect(NotesConnection(path: folder.socket) != nil)
    next.close()
    let file = folder.path + "/file"
    #expect(FileManager.default.createFile(atPath: file, contents: Data("x".utf8)))
    #expect(throws: NotesFailure.noSocket(file)) { try NotesServer(path: file) }
    #expect(FileManager.default.contents(atPath: file) == Data("x".utf8))
    let long = folder.path + "/" + String(repeating: "a", count: 120)
    #expect(throws: NotesFailure.tooLong(long)) { try NotesServer(path: long) }
    #expect(throws: NotesFailure.failed(folder.path + "/no/x", ENOENT)) {
      try NotesServer(path: folder.path + "/no/x")
    }
  }

  @Test func `a directory in tmp is used only if it is the user's own`() throws {
    #expect(NotesPath.standard({ _ in "/run/user/7" }, userId: 7) == "/run/user/7/regroup-7.sock")
    #expect(NotesPath.standard({ _ in nil }, userId: 7) == "/tmp/regroup-7/notes.sock")
    #expect(NotesPath.standard({ _ in "run" }, userId: 7) == "/tmp/regroup-7/notes.sock")
    // Made by us, so not that user's.
    let stranger = UInt32.max - 7
    defer { rmdir("/tmp/regroup-\(stranger)") }
    #expect(throws: NotesFailure.notOurs("/tmp/regroup-\(stranger)")) {
      try NotesPath.prepare("/tmp/regroup-\(stranger)/notes.sock", userId: stranger)
    }
  }

  @Test func `notes leave a presentation that is none`() throws {
    for garbage in ["hello\n", "{\"notes\":9}\n", String(repeating: "x", count: 300_000)] {
      let folder = try Folder()
      let listener = NotesSocket.open()
      let address = try #require(NotesPath.address(folder.socket))
      #expect(NotesSocket.with(address) { bind(listener, $0, $1) } == 0)
      #expect(listen(listener, 1) == 0)
      let reader = try #require(NotesConnection(path: folder.socket))
      let peer = NotesSocket.accept(from: listener)
      var bytes = Array(garbage.utf8)[...]
      var isThere = true
      for _ in 0..<1000 where isThere {
        let count = bytes.withUnsafeBytes {
          send(peer, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        bytes = bytes.dropFirst(max(0, count))
        isThere = reader.take().isThere
      }
      #expect(!isThere)
      close(peer)
      close(listener)
    }
    #expect(NotesConnection(path: "/nowhere/x") == nil)
  }
}
