package sources

import (
	"bufio"
	"encoding/json"
	"io"
)

// journalled lists to whom something was sent, from a journal of which each line has a reply.
func journalled(r io.Reader) (ids []string, err error) {
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		var r reply
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, err
		}
		ids = append(ids, r.MessageID)
	}
	return ids, lines.Err()
}

// answered gets one reply.
func answered(r io.Reader) (string, error) {
	var answer reply
	if err := json.NewDecoder(r).Decode(&answer); err != nil { // want `nothing looks at answer.ResponseCode`
		return "", err
	}
	return answer.MessageID, nil
}
