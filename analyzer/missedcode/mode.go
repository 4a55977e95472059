package missedcode

import "fmt"

// A Default says when a default counts as saying what happens to the codes that
// have no case. It is a [flag.Value].
type Default string

const (
	Smart  Default = "smart"  // unless it does nothing, or takes success together with failures
	Always Default = "always" // whatever it does
	Never  Default = "never"  // only cases count
)

// Set takes the value of a flag.
func (d *Default) Set(value string) error {
	switch v := Default(value); v {
	case Smart, Always, Never:
		*d = v
		return nil
	}
	return fmt.Errorf("there is no %q: want smart, always or never", value)
}

func (d *Default) String() string {
	if d == nil || *d == "" {
		return string(Smart)
	}
	return string(*d)
}
