package binding

import "strings"

// publicHost returns the host of an address that is somebody's, "" for any other text, and for hosts that only a test,
// an example or a private network has.
func publicHost(text string) string {
	rest, ok := strings.CutPrefix(text, "https://")
	if !ok {
		if rest, ok = strings.CutPrefix(text, "http://"); !ok {
			return ""
		}
	}
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	host := strings.ToLower(rest[strings.LastIndexByte(rest, '@')+1:])
	host, _, _ = strings.Cut(host, ":")
	labels := strings.Split(host, ".")
	top := labels[len(labels)-1]
	if len(labels) < 2 || len(top) < 2 || strings.Trim(host, "abcdefghijklmnopqrstuvwxyz0123456789-.") != "" ||
		strings.ContainsAny(top, "0123456789") || privateTops[top] || labels[len(labels)-2] == "example" {
		return ""
	}
	return host
}

// privateTops are the last labels of names that no public host has: RFC 2606, RFC 6762, RFC 8375, and custom.
var privateTops = map[string]bool{
	"test": true, "example": true, "invalid": true, "localhost": true, "local": true, "internal": true, "arpa": true,
	"lan": true, "home": true, "corp": true, "svc": true, "onion": true,
}
