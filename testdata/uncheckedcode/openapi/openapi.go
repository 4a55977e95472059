// Package openapi has a client that OpenAPI Generator made from the API's description. Its calls return the
// reply and the HTTP response beside it, with the text put back.
package openapi

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"

	"example.test/programs/uncheckedcode/openapi/api"
)

type notifier struct {
	api *api.APIClient
}

func (n *notifier) forgets(ctx context.Context, to, text string) (string, error) {
	reply, httpResp, err := n.api.MessagesAPI.SendMessage(ctx).SendRequest(api.SendRequest{To: to, Content: text}).Execute() // want `the code of the reply that api.ApiSendMessageRequest.Execute returns is never read: nothing looks at reply.ResponseCode`
	if err != nil {
		return "", err
	}
	if httpResp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("send: %s", httpResp.Status)
	}
	return reply.GetMessageId(), nil
}

func (n *notifier) looks(ctx context.Context, to, text string) (string, error) {
	reply, _, err := n.api.MessagesAPI.SendMessage(ctx).SendRequest(api.SendRequest{To: to, Content: text}).Execute()
	if err != nil {
		return "", err
	}
	if code := reply.GetResponseCode(); code != codes.ResponseSuccess.Wire() {
		return "", fmt.Errorf("send: code %s", code)
	}
	return reply.GetMessageId(), nil
}

// looksAtPointer takes the field, and asks if it is there.
func (n *notifier) looksAtPointer(ctx context.Context, to, text string) error {
	reply, _, err := n.api.MessagesAPI.SendMessage(ctx).SendRequest(api.SendRequest{To: to, Content: text}).Execute()
	if err != nil {
		return err
	}
	code, ok := reply.GetResponseCodeOk()
	if !ok || *code != codes.ResponseSuccess.Wire() {
		return errors.New("send: refused")
	}
	return nil
}

// throwsAway has an eye for the status alone.
func (n *notifier) throwsAway(ctx context.Context, to, text string) error {
	_, httpResp, err := n.api.MessagesAPI.SendMessage(ctx).SendRequest(api.SendRequest{To: to, Content: text}).Execute() // want `the reply that api.ApiSendMessageRequest.Execute returns is thrown away`
	if err != nil {
		return err
	}
	defer httpResp.Body.Close()
	log.Printf("sent to %s: %s", to, httpResp.Status)
	return nil
}

// looksAtText reads the response, whose text is still there.
func (n *notifier) looksAtText(ctx context.Context, to, text string) error {
	_, httpResp, err := n.api.MessagesAPI.SendMessage(ctx).SendRequest(api.SendRequest{To: to, Content: text}).Execute()
	if err != nil {
		return err
	}
	body, err := io.ReadAll(httpResp.Body)
	if err != nil {
		return err
	}
	var outcome struct {
		ResponseCode codes.ResponseCode `json:"responseCode"`
	}
	if err := json.Unmarshal(body, &outcome); err != nil {
		return err
	}
	return outcome.ResponseCode.Err()
}

// handsOn gives the response to somebody else.
func (n *notifier) handsOn(ctx context.Context, to, text string, check func(*http.Response) error) error {
	reply, httpResp, err := n.api.MessagesAPI.SendMessage(ctx).SendRequest(api.SendRequest{To: to, Content: text}).Execute()
	if err != nil {
		return err
	}
	log.Print(reply.GetMessageId())
	return check(httpResp)
}

func (n *notifier) forgetsBalance(ctx context.Context) (string, error) {
	reply, _, err := n.api.MessagesAPI.GetBalance(ctx).Execute() // want `nothing looks at reply.ResponseCode`
	if err != nil {
		return "", err
	}
	return reply.Balance, nil
}

func (n *notifier) looksAtBalance(ctx context.Context) (string, error) {
	reply, _, err := n.api.MessagesAPI.GetBalance(ctx).Execute()
	if err != nil {
		return "", err
	}
	if reply.ResponseCode != codes.ResponseSuccess.Wire() {
		return "", fmt.Errorf("balance: code %s", reply.ResponseCode)
	}
	return reply.Balance, nil
}

// tellsError looks at what came with another status.
func (n *notifier) tellsError(ctx context.Context) (string, error) {
	reply, _, err := n.api.MessagesAPI.GetBalance(ctx).Execute()
	var failure api.GenericOpenAPIError
	if errors.As(err, &failure) {
		if model, ok := failure.Model().(api.ErrorReply); ok && model.ResponseCode != nil {
			return "", fmt.Errorf("balance: code %s", *model.ResponseCode)
		}
	}
	if err != nil {
		return "", err
	}
	if err := accepted(&reply); err != nil {
		return "", err
	}
	return reply.GetBalance(), nil
}

func accepted(reply *api.BalanceReply) error {
	if reply.GetResponseCode() == codes.ResponseSuccess.Wire() {
		return nil
	}
	return fmt.Errorf("refused: code %s", reply.GetResponseCode())
}
