// Package pdu has the commands of SMPP.
package pdu

// What a centre may answer.
const (
	StatusOK          uint32 = 0x00
	StatusInvalidDest uint32 = 0x0b
	StatusQueueFull   uint32 = 0x14
	StatusThrottled   uint32 = 0x58
)
