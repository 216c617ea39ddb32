// What the program owes the system around it: signals, closed streams, output that was not taken.
#pragma once

namespace entente::cli {

// Call first in main(), before any thread begins. Afterwards:
// - SIGINT, SIGTERM, SIGHUP and SIGPIPE delete half-written output and end the process by that signal (130, 143, 129 and
//   141 in a shell);
// - a file that grows beyond a limit is a failed write, not the end (SIGXFSZ);
// - standard streams that came closed cannot be taken for files that are opened later.
void prepare_process();

// `status`, or 4 with a message if something printed to standard output was not taken. Call last.
int finish_output(int status);

}  // namespace entente::cli
