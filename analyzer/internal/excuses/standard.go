package excuses

import "go/types"

// IsStandard reports whether something is an error of the standard library.
func IsStandard(obj types.Object) bool { return standard[obj.Pkg().Path()] }

var standard = map[string]bool{
	"context": true, "database/sql": true, "io": true, "io/fs": true, "net": true, "net/http": true, "net/url": true, "os": true, "syscall": true,
}
