// Package swagger has a client that go-swagger made from the API's description: a runtime reads the reply, and
// gives back what the operation's reader made of it.
package swagger

import (
	"context"
	"errors"
	"fmt"

	"github.com/errcodelint/errcodelint/codes"

	"example.test/libs/clients/swagger/client/operations"
	"example.test/libs/clients/swagger/models"
)

type notifier struct {
	api    operations.ClientService
	direct *operations.Client
}

func (n *notifier) forgets(ctx context.Context, to string) (string, error) {
	sent, err := n.api.Send(operations.NewSendParams().WithTo(to)) // want `the code of the reply that operations.ClientService.Send returns is never read: nothing looks at sent.Payload.ResponseCode`
	if err != nil {
		return "", err
	}
	return sent.Payload.MessageID, nil
}

func (n *notifier) looks(ctx context.Context, to string) (string, error) {
	sent, err := n.api.Send(operations.NewSendParams().WithTo(to))
	if err != nil {
		return "", err
	}
	if sent.Payload.ResponseCode != codes.ResponseSuccess.Wire() {
		return "", fmt.Errorf("send: code %s", sent.Payload.ResponseCode)
	}
	return sent.Payload.MessageID, nil
}

func (n *notifier) forgetsByGetter(to string) (string, error) {
	sent, err := n.direct.Send(operations.NewSendParams().WithTo(to)) // want `nothing looks at sent.Payload.ResponseCode`
	if err != nil {
		return "", err
	}
	if !sent.IsSuccess() || sent.GetPayload() == nil {
		return "", errors.New("send: no reply")
	}
	return sent.GetPayload().MessageID, nil
}

func (n *notifier) looksByGetter(to string) (string, error) {
	sent, err := n.direct.Send(operations.NewSendParams().WithTo(to))
	if err != nil {
		return "", err
	}
	reply := sent.GetPayload()
	if err := outcome(reply); err != nil {
		return "", err
	}
	return reply.MessageID, nil
}

func outcome(reply *models.SendReply) error {
	code, err := codes.ParseResponse(reply.ResponseCode)
	if err != nil {
		return err
	}
	return code.Err()
}

func (n *notifier) throwsAway(to string) error {
	_, err := n.api.Send(operations.NewSendParams().WithTo(to)) // want `the reply that operations.ClientService.Send returns is thrown away`
	return err
}

// handsOn is somebody else's to look at.
func (n *notifier) handsOn(to string) (*models.SendReply, error) {
	sent, err := n.api.Send(operations.NewSendParams().WithTo(to))
	if err != nil {
		return nil, err
	}
	return sent.GetPayload(), nil
}

// forgetsHanded gets it from handsOn.
func (n *notifier) forgetsHanded(to string) (string, error) {
	reply, err := n.handsOn(to) // want `the code of the reply that notifier.handsOn returns is never read`
	if err != nil {
		return "", err
	}
	return reply.MessageID, nil
}

func (n *notifier) later(to string) (string, error) {
	sent, accepted, err := n.direct.SendLater(operations.NewSendParams().WithTo(to)) // want `nothing looks at sent.Payload.ResponseCode`
	switch {
	case err != nil:
		return "", err
	case accepted != nil:
		return "", nil
	}
	return sent.GetPayload().MessageID, nil
}

func (n *notifier) looksLater(to string) (string, error) {
	sent, accepted, err := n.direct.SendLater(operations.NewSendParams().WithTo(to))
	switch {
	case err != nil:
		return "", err
	case accepted != nil:
		return "", nil
	}
	return sent.Payload.MessageID, outcome(sent.GetPayload())
}

// tellsError looks at what came with status 400, and at the reply.
func (n *notifier) tellsError(to string) error {
	sent, err := n.api.Send(operations.NewSendParams().WithTo(to))
	var refused *operations.SendBadRequest
	if errors.As(err, &refused) {
		return fmt.Errorf("send: code %s", refused.Payload.ResponseCode)
	}
	if err != nil {
		return err
	}
	return outcome(sent.Payload)
}
