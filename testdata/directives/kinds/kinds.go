// Package kinds declares domains of all the kinds that vendors have.
package kinds

import "example.test/programs/directives/vendorapi"

// A type of another module; its retry classes are given by names of our own.
//
//errcodelint:declare vendor success=00,00000000
type _ = vendorapi.Status

//errcodelint:extend vendor
const (
	//errcodelint:retry never
	statusRefused = vendorapi.StatusRefused
	//errcodelint:retry backoff
	_ = vendorapi.StatusBusy
)

func byType(r vendorapi.Reply) bool {
	return r.Status == "00" || // want `"00" is the vendor code StatusOK, written as a bare string; write vendorapi.StatusOK`
		r.Status == "500.003.1001" || // want `write vendorapi.StatusBusy`
		r.Status == statusRefused || r.Status == "0"
}

// A type of one's own, 16 bits wide, with an offset and holes.
//
//errcodelint:declare wire
type wireCode int16

const (
	wireOK wireCode = iota + 4000
	_
	wireBusy
	wireAgain = wireBusy
)

func byIota(c wireCode, n int) bool {
	return c == 4000 || // want `4000 is the wire code wireOK, written as a bare number; write wireOK`
		wireCode(n) == 4002 || // want `write wireBusy`
		int(c) == 4002 || // want `write int\(wireBusy\)`
		c == 4001
}

func keys(c wireCode) bool {
	again := map[wireCode]bool{4002: true} // want `4002 is the wire code wireBusy`
	again[4000] = false                    // want `4000 is the wire code wireOK`
	return again[c]
}

// Constants without a type, by their names.
//
//errcodelint:declare smpp key=commandStatus prefix=ESME_ success=ESME_ROK
const ESME_ROK = 0x00

const ESME_RTHROTTLED = 0x58 // throttled

const otherLimit = 0x59

type pdu struct {
	Status uint32 `json:"commandStatus"`
	Any    any    `json:"any"`
}

func byPrefix(p pdu) bool {
	if p.Status == 0x58 { // want `0x58 is the smpp code ESME_RTHROTTLED \(throttled\), written as a bare number; write ESME_RTHROTTLED`
		return true
	}
	return p.Status == 88 || // want `88 is the smpp code ESME_RTHROTTLED`
		p.Status == otherLimit
}

// A block of texts, some negative.
//
//errcodelint:declare mpesa key=ResultCode success=0
const (
	mpesaOK      = "0"
	mpesaPending = "-1"
	mpesaTimeout = "500.003.1001"
	mpesaBalance = 1 // the same API sends numbers, too
)

func byBlock(m map[string]any) bool {
	code, _ := m["ResultCode"].(string)
	n, _ := m["ResultCode"].(float64)
	return code == "-1" || // want `"-1" is the mpesa code mpesaPending, written as a bare string; write mpesaPending`
		code == "500.003.1001" || // want `write mpesaTimeout`
		n == 1 // want `1 is the mpesa code mpesaBalance .*; write mpesaBalance`
}

// A table of texts: no constants to name, so literals are all there is.
//
//errcodelint:declare carrier key=carrierCode success=0
var carrierText = map[int]string{
	0: "accepted",
	//errcodelint:retry backoff
	7: "busy",
	9: "unknown number", //errcodelint:retry never
}

type carrierReply struct {
	Code int `json:"carrierCode"`
}

func byTable(r carrierReply) string {
	if r.Code == 0 || r.Code > 7 {
		return ""
	}
	return carrierText[r.Code]
}

// Names of a third party's, as keys.
//
//errcodelint:declare voice success=ErrorUnknown
var voiceText = map[int]string{
	vendorapi.ErrorUnknown:   "unknown",
	vendorapi.ErrorThrottled: "throttled",
}

func byNames(r vendorapi.Reply) bool {
	code := r.Error                             //errcodelint:domain voice
	return code == 20429 || len(voiceText) == 0 // want `20429 is the voice code ErrorThrottled \(throttled\), written as a bare number; write vendorapi.ErrorThrottled`
}
