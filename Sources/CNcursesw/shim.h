// What Swift cannot reach in ncurses by itself, and the little that has to run inside of a signal
// handler. Static inline functions only: there is no C file to compile.
#ifndef REGROUP_CNCURSESW_SHIM_H
#define REGROUP_CNCURSESW_SHIM_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

// Globals of ncurses, which Swift 6 takes for shared mutable state.
static inline WINDOW *regroup_stdscr(void) { return stdscr; }
static inline int regroup_colors(void) { return COLORS; }
static inline int regroup_lines(void) { return LINES; }
static inline int regroup_columns(void) { return COLS; }
static inline void regroup_repaint_all(void) { clearok(curscr, TRUE); }

// 0 when the terminal's description is known. newterm, unlike initscr, never exits.
static inline int regroup_start(void) {
  return newterm(NULL, stdout, stdin) == NULL ? -1 : 0;
}

// The same with nothing behind it, for tests.
static inline int regroup_start_off_screen(const char *type) {
  FILE *out = fopen("/dev/null", "w");
  FILE *in = fopen("/dev/null", "r");
  if (out == NULL || in == NULL) return -1;
  return newterm((char *)type, out, in) == NULL ? -1 : 0;
}

// Macros with casts.
static inline attr_t regroup_attr_bold(void) { return A_BOLD; }
static inline attr_t regroup_attr_reverse(void) { return A_REVERSE; }

// The C library's opinion on a width. ncurses follows it, so a row drawn against it would shift.
extern int wcwidth(wchar_t);
static inline int regroup_wcwidth(wchar_t c) { return wcwidth(c); }

static inline int regroup_window_size(int fd, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

// A string of the terminal's description, or NULL.  (<term.h> would bring macros named
// columns and lines.)
extern char *tigetstr(const char *);
static inline const char *regroup_capability(const char *name) {
  const char *found = tigetstr(name);
  return found == (const char *)-1 ? NULL : found;
}

// ---- Signals and the way back. Each object file that calls these functions has its own copy of
// them, and with optimization that may be any file; weak variables are one for the whole program.
// Each needs an initial value: Swift's importer emits no definition for a tentative one.

#define REGROUP_SHARED __attribute__((weak, visibility("hidden")))

REGROUP_SHARED int regroup_pipe_end = -1;
REGROUP_SHARED int regroup_restore_armed = 0;
REGROUP_SHARED int regroup_exit_registered = 0;
REGROUP_SHARED int regroup_chain_crashes = 0;
REGROUP_SHARED struct termios regroup_saved_termios = {0};
REGROUP_SHARED char regroup_reset[256] = {0};
REGROUP_SHARED size_t regroup_reset_length = 0;
REGROUP_SHARED int regroup_stderr_kept = -1;
REGROUP_SHARED struct sigaction regroup_before[NSIG] = {0};
REGROUP_SHARED char regroup_signal_stack[65536] = {0};

// Tells the event loop, through a pipe, which signal came.
static void regroup_note_signal(int number) {
  int kept = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(regroup_pipe_end, &byte, 1);
  (void)written;
  errno = kept;
}

// Gives back what was written to standard error while the screen was up.
static void regroup_release_stderr(void) {
  if (regroup_stderr_kept < 0) return;
  char buffer[1024];
  ssize_t count;
  int kept = regroup_stderr_kept;
  regroup_stderr_kept = -1;
  lseek(STDERR_FILENO, 0, SEEK_SET);
  while ((count = read(STDERR_FILENO, buffer, sizeof buffer)) > 0) {
    ssize_t written = write(kept, buffer, (size_t)count);
    (void)written;
  }
  dup2(kept, STDERR_FILENO);
  close(kept);
}

// Safe in a signal handler: write, tcsetattr, lseek, read, dup2 and close are.
static void regroup_restore_now(void) {
  if (!regroup_restore_armed) return;
  regroup_restore_armed = 0;
  ssize_t written = write(STDOUT_FILENO, regroup_reset, regroup_reset_length);
  (void)written;
  tcsetattr(STDIN_FILENO, TCSANOW, &regroup_saved_termios);
  regroup_release_stderr();
}

// A trap of our own: the terminal first. Then the default action, or the handler that was there
// before (Swift's backtracer) if the user has asked for it.
static void regroup_on_crash(int number, siginfo_t *info, void *context) {
  (void)context;
  regroup_restore_now();
  if (regroup_chain_crashes) {
    sigaction(number, &regroup_before[number], NULL);
  } else {
    signal(number, SIG_DFL);
  }
  // A fault comes again when the handler returns; what was sent, from a keyboard too, does not.
  if (info->si_code <= 0 || number == SIGQUIT) raise(number);
}

static inline void regroup_catch(int number, int is_crash) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  if (is_crash) {
    action.sa_sigaction = regroup_on_crash;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  } else {
    action.sa_handler = regroup_note_signal;
    action.sa_flags = SA_RESTART;
  }
  sigaction(number, &action, NULL);
}

static inline void regroup_install(int number, int is_crash) {
  sigaction(number, NULL, &regroup_before[number]);
  regroup_catch(number, is_crash);
}

static inline void regroup_uninstall(int number) {
  sigaction(number, &regroup_before[number], NULL);
}

// Two ends of a pipe that never blocks and that no child inherits; 0 or -1.
static inline int regroup_open_pipe(int *read_end, int *write_end) {
  int ends[2];
  if (pipe(ends) != 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  *read_end = ends[0];
  *write_end = ends[1];
  regroup_pipe_end = ends[1];
  return 0;
}

// An overflow of the stack needs another one to restore the terminal from.
static inline void regroup_use_signal_stack(void) {
  stack_t now;
  if (sigaltstack(NULL, &now) == 0 && !(now.ss_flags & SS_DISABLE)) return;
  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = regroup_signal_stack;
  stack.ss_size = sizeof regroup_signal_stack;
  sigaltstack(&stack, NULL);
}

// Remembers how the terminal is now and how to get back to it; call it before ncurses starts.
static inline int regroup_remember_terminal(void) {
  return tcgetattr(STDIN_FILENO, &regroup_saved_termios);
}

static inline void regroup_arm(const char *reset, size_t length, int chain_crashes) {
  if (length > sizeof regroup_reset) length = sizeof regroup_reset;
  memcpy(regroup_reset, reset, length);
  regroup_reset_length = length;
  regroup_chain_crashes = chain_crashes;
  regroup_restore_armed = 1;
  if (!regroup_exit_registered) {
    regroup_exit_registered = 1;
    atexit(regroup_restore_now);
  }
}

static inline void regroup_disarm(void) {
  regroup_restore_armed = 0;
  regroup_release_stderr();
}

// Sends standard error into an unnamed file until the screen is gone: one line of a log would
// wreck the picture, and the message of a trap would vanish with it.
static inline void regroup_hold_stderr(void) {
  if (regroup_stderr_kept >= 0) return;
  char name[] = "/tmp/regroup-stderr-XXXXXX";
  int file = mkstemp(name);
  if (file < 0) return;
  unlink(name);
  int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
  if (kept >= 0 && dup2(file, STDERR_FILENO) >= 0) {
    regroup_stderr_kept = kept;
  } else if (kept >= 0) {
    close(kept);
  }
  close(file);
}

// Stops this process as Ctrl-Z would without a handler; returns when it is continued.
static inline void regroup_stop_here(void) {
  sigset_t only, before;
  signal(SIGTSTP, SIG_DFL);
  sigemptyset(&only);
  sigaddset(&only, SIGTSTP);
  raise(SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &only, &before);
  sigprocmask(SIG_SETMASK, &before, NULL);
  regroup_catch(SIGTSTP, 0);
}

#endif
