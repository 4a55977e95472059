package render

import (
	"os"
	"runtime"
)

// IsTerminal reports whether somebody is looking at f.
func IsTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}

// Colour reports whether what is written to f may be coloured: f is a terminal that knows colours,
// and the user has not asked for none (https://no-color.org).
func Colour(f *os.File) bool {
	if os.Getenv("NO_COLOR") != "" || !IsTerminal(f) {
		return false
	}
	return runtime.GOOS != "windows" || os.Getenv("WT_SESSION") != "" // the old console shows the codes
}
