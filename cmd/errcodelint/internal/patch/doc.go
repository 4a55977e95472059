// Package patch turns suggested fixes into new contents of files, and writes these: all of them, or
// none.
//
// Fixes come from different checks and know nothing of each other. Those that do not touch the same
// text are applied together, equal ones once; of two that overlap, the first is applied as a whole
// and the second left for the next plan, which is for the text as the first has made it. The result is as tidy as the file was: formatted if the file
// was, with the file's line ends, and without imports that the fixes made superfluous.
package patch
