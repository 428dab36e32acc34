import CNcursesw

/// What ncurses needs to know about a cell beside its text.
struct CursesStyle {
  let attributes: attr_t
  let pair: Int32
}
