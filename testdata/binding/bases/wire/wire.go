// Package wire has a base that replies of all kinds embed, and asks it only for success.
package wire

// Base is the head of every reply.
type Base struct {
	Code int `json:"responseCode"`
}

// OK is for replies to messages.
func (b *Base) OK() bool { return b.Code == 0 }

// GetCode hands the code out.
func (b *Base) GetCode() int {
	if b == nil {
		return 0
	}
	return b.Code
}

// Message is the reply to a message.
type Message struct {
	Base
	ID string `json:"messageId"`
}

// Templates is the reply to whoever lists templates.
type Templates struct {
	Base
	Names []string `json:"names"`
}

// Deleted is the reply to whoever deletes one.
type Deleted struct {
	Base
}
