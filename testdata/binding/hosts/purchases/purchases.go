// Package purchases asks a shop for applications about what was bought in it. The shop has the messaging API's key,
// of the same type, with the same value for success; but it is the shop's host that is asked.
package purchases

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

func probe(...any) {}

const (
	ordersURL        = "https://orders.appshop.dev"
	subscriptionsURL = "https://subscriptions.appshop.dev"
)

type Client struct{ http *http.Client }

// Shipped tells the shop that an order was delivered.
func (c *Client) Shipped(ctx context.Context, order string) error {
	var reply struct {
		ResponseCode    string `json:"responseCode"`
		ResponseMessage string `json:"responseMessage"`
	}
	if err := c.call(ctx, "/orders/shipped", order, &reply); err != nil {
		return err
	}
	probe(reply.ResponseCode) // want `not bound`
	if reply.ResponseCode != "0" {
		return fmt.Errorf("order %s: %s", order, reply.ResponseMessage)
	}
	return nil
}

func (c *Client) call(ctx context.Context, path, order string, reply any) error {
	root := ordersURL
	if strings.HasPrefix(path, "/subscriptions/") {
		root = subscriptionsURL
	}
	body, err := json.Marshal(map[string]string{"order": order})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, root+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(reply)
}
