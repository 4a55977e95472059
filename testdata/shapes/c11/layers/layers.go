// Package layers is a decoder of packets.
//
// Silent, because a byte is never a code.
package layers

// DNSResponseCode is how a server answered.
type DNSResponseCode uint8

// Some of the answers.
const (
	DNSResponseCodeNoErr   DNSResponseCode = 0
	DNSResponseCodeRefused DNSResponseCode = 5
	DNSResponseCodeBadSig  DNSResponseCode = 16
)

// DNS is a decoded packet.
type DNS struct {
	ResponseCode DNSResponseCode
	ID           uint16
}

// Bad says whether the packet reports a failure.
func (d *DNS) Bad() bool { return d.ResponseCode != 0 && d.ResponseCode != 16 }
