// Package declared is a client of a bank, whose codes it declares itself.
package declared

import (
	"encoding/json"
	"fmt"
	"net/http"
)

//errcodelint:declare bank key=statusCode success=00,85
type status string

const (
	approved  status = "00"
	noFunds   status = "51"
	accepted  status = "85"
	lostCard  status = "41"
	tryLater  status = "91"
	malformed status = "30"
)

type payment struct {
	Status status `json:"statusCode"`
	Ref    string `json:"ref"`
}

func pay(c *http.Client, url string) (string, error) {
	resp, err := c.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var p payment
	if err := json.NewDecoder(resp.Body).Decode(&p); err != nil { // want `nothing looks at p.Status, so a failure that comes with HTTP status 200 \(one of 4 bank codes, such as 30 malformed\) passes for a success`
		return "", err
	}
	return p.Ref, nil
}

func payChecked(c *http.Client, url string) (string, error) {
	resp, err := c.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var p payment
	if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
		return "", err
	}
	switch p.Status {
	case approved, accepted:
		return p.Ref, nil
	}
	return "", fmt.Errorf("refused: %s", p.Status)
}
