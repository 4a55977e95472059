package watermill

import (
	"context"

	"github.com/ThreeDotsLabs/watermill/message"

	"example.test/libs/api"
)

// Announce publishes a message, and says so: it handles none.
func (h *Handler) Announce(ctx context.Context, to message.Publisher, msg *message.Message, m api.Message) error {
	if err := to.Publish("orders", msg); err != nil {
		return err
	}
	code, err := send(ctx, h.API, m)
	if err != nil {
		return err
	}
	return code.Err()
}
