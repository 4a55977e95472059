//go:build unix

package patch

import (
	"os"
	"syscall"
)

// keepOwner gives f the owner that info names: a linter that runs as root, in a container say, must
// not take people's files away from them. Who may not do that is the owner already.
func keepOwner(f *os.File, info os.FileInfo) {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		_ = f.Chown(int(st.Uid), int(st.Gid))
	}
}
