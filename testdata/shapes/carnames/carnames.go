// Package carnames has answers about templates and others, and only names tell
// which is which.
package carnames

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
)

const templatesURL = "https://api.geniq.io/rest/v1/whatsapp/message_templates"

type templateList struct {
	Code  string   `json:"responseCode"`
	Names []string `json:"names"`
}

type tokenReply struct {
	Code  string `json:"responseCode"`
	Token string `json:"token"`
}

// List lists the templates that may be used.
func List(c *http.Client, token string) ([]string, error) {
	req, err := http.NewRequest(http.MethodGet, templatesURL+"?token="+token, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var l templateList
	if err := json.NewDecoder(resp.Body).Decode(&l); err != nil {
		return nil, err
	}
	switch l.Code {
	case "0": // want "magiccode: .*AccessTokenExpiredOrRevoked"
		return nil, errors.New("log in again")
	case "1", "2", "4": // want "magiccode: .*TemporaryIssue" "magiccode: .*Downtime" "magiccode: .*Throttled"
		return nil, errors.New("later")
	}
	if len(l.Names) == 0 {
		return nil, errors.New("no names")
	}
	return l.Names, nil
}

// Token reads a token.
func Token(data []byte) (string, error) {
	var t tokenReply
	if err := json.Unmarshal(data, &t); err != nil {
		return "", err
	}
	if t.Code == "1" || t.Code == "2" { // want "magiccode: .*InvalidCredentials" "magiccode: .*InvalidIP"
		return "", errors.New("no access")
	}
	return t.Token, nil
}

func deleteTemplate(body string) (gone bool, err error) {
	var m map[string]string
	if err := json.NewDecoder(strings.NewReader(body)).Decode(&m); err != nil {
		return false, err
	}
	if m["responseCode"] == "3" || m["responseCode"] == "10" { // want "magiccode: .*CapabilityOrPermission" "magiccode: .*PermissionNotGranted"
		return false, errors.New("not ours")
	}
	return m["deleted"] == "1", nil
}

// Clean deletes templates by their answers.
func Clean(bodies ...string) error {
	for _, b := range bodies {
		if gone, err := deleteTemplate(b); err != nil || !gone {
			return err
		}
	}
	return nil
}
