// Package firstof sends by the first of several routes: a constant says which. To
// look at the index once ended in an endless recursion.
package firstof

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

const primary = 0

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

var routes = []string{"https://api.geniq.io/rest/v1", "https://api2.geniq.io/rest/v1"}

func post(base, body string) (reply, error) {
	resp, err := http.Post(base+"/sms", "application/json", strings.NewReader(body))
	if err != nil {
		return reply{}, err
	}
	defer resp.Body.Close()
	var r reply
	err = json.NewDecoder(resp.Body).Decode(&r)
	return r, err
}

func send(body string) (string, error) {
	for range 5 { // want "retriedcode: this loop sends the same request again"
		r, err := post(routes[primary], body)
		if err == nil && r.ResponseCode == codes.ResponseSuccess {
			return r.MessageID, nil
		}
		time.Sleep(time.Second)
	}
	return "", errors.New("not sent")
}

// Another route each time is another request.
func sendAnyhow(body string) (string, error) {
	for i := range routes {
		r, err := post(routes[i], body)
		if err == nil && r.ResponseCode == codes.ResponseSuccess {
			return r.MessageID, nil
		}
	}
	return "", errors.New("not sent")
}
