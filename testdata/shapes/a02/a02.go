// Package a02 keeps a token fresh.
package a02

import (
	"encoding/json"
	"errors"
	"io"
	"time"
)

type grant struct {
	RC      string `json:"responseCode"`
	Token   string `json:"token"`
	Seconds int    `json:"expiresIn"`
}

var errNoToken = errors.New("no usable token")

type Keeper struct {
	token   string
	expires time.Time
	tries   int
}

// Read takes a new token from the reply.
func (k *Keeper) Read(r io.Reader) error {
	var g grant
	if err := json.NewDecoder(r).Decode(&g); err != nil {
		return err
	}
	if g.RC != "0" || g.Token == "" { // want "magiccode: .*Success"
		k.tries++
		return errNoToken
	}
	k.tries = 0
	k.token = g.Token
	k.expires = time.Now().Add(time.Duration(g.Seconds) * time.Second)
	return nil
}

// Broken says whether asking again is pointless.
func (k *Keeper) Broken(g *grant) bool {
	return k.tries >= 5 || len(g.Token) == 0 && (g.RC == "1" || g.RC == "4") // want "magiccode: .*InvalidCredentials" "magiccode: .*AccountDisabled"
}

// Busy says whether the server could not make one just now.
func (k *Keeper) Busy(g *grant) bool {
	if g.Token != "" || g.Seconds > 0 {
		return false
	}
	return g.RC == "18" && k.tries < 5 // want "magiccode: .*TokenGenerationFailed"
}
