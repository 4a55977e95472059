package decoded

import (
	"context"
	"encoding/json"
)

// Stream reads one reply after the other.
func (c *Client) Stream(ctx context.Context) (ids []string, err error) {
	resp, err := c.get(ctx, "/stream")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	replies := json.NewDecoder(resp.Body)
	for replies.More() {
		var reply smsReply
		if err := replies.Decode(&reply); err != nil { // want `nothing looks at reply.ResponseCode`
			return ids, err
		}
		ids = append(ids, reply.MessageID)
	}
	return ids, nil
}
