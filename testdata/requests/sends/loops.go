// Package sends has loops that send something each time.
package sends

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"time"
)

type message struct{ From, To, Text string }

type client struct {
	hosts []string
	token string
	sent  int
}

func (c *client) send(ctx context.Context, m message) error {
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.hosts[0], bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", c.token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func send(text string, n int) error {
	_, err := http.Post(text, "text/plain", http.NoBody)
	return err
}

func counted(ctx context.Context, c *client, m message) {
	for range 3 {
		c.send(ctx, m) // want "the same"
	}
	for i := 0; i < 3; i++ {
		c.send(context.WithoutCancel(ctx), message{To: m.To, Text: m.Text}) // want "the same"
		c.sent++
		time.Sleep(time.Duration(i) * time.Second)
	}
}

func deadlines(c *client, m message) {
	for {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		c.send(ctx, m) // want "the same"
		cancel()
	}
}

func batch(ctx context.Context, c *client, all []message) {
	for _, m := range all {
		c.send(ctx, m) // want "another"
	}
	for i := range all {
		c.send(ctx, all[i]) // want "another"
	}
	for i := 0; i < len(all); i++ {
		m := &all[i]
		c.send(ctx, *m) // want "another"
	}
}

func first(ctx context.Context, c *client, all []message) {
	for range all {
		c.send(ctx, all[0]) // want "the same"
	}
}

func queue(ctx context.Context, c *client, jobs <-chan message) {
	for m := range jobs {
		for range 2 {
			c.send(ctx, m) // want "the same" "another"
		}
	}
	for {
		c.send(ctx, <-jobs) // want "another"
	}
}

func lines(in io.Reader) {
	scanner := bufio.NewScanner(in)
	for scanner.Scan() {
		send(scanner.Text(), 0) // want "another"
	}
	dec := json.NewDecoder(in)
	for {
		var text string
		if dec.Decode(&text) != nil {
			return
		}
		send(text, 0) // want "another"
	}
}

func rebuilt(c *client, m message) {
	for attempt := range 3 {
		text := fmt.Sprintf("https://%s/%s?at=%d", c.hosts[0], m.To, time.Now().Unix())
		send(text, attempt) // want "the same"
	}
}

func nextHost(m message, hosts []string) {
	for i := range 3 {
		send(hosts[i%len(hosts)]+m.To, 0) // want "another"
	}
	for range 3 {
		send(hosts[0]+m.To, 0) // want "another"
		hosts = hosts[1:]
	}
}

func newToken(ctx context.Context, c *client, m message) {
	for range 2 {
		c.send(ctx, m) // want "another"
		c.login()
	}
}

func (c *client) login() { c.token = os.Getenv("TOKEN") }

func pages(text string) {
	cursor := ""
	for {
		send(text+cursor, 0) // want "another"
		cursor += "next"
	}
}

func otherSender(ctx context.Context, c *client, m message) {
	for range 2 {
		c.send(ctx, m) // want "another"
		m.From = ""
	}
}

func file(path string) {
	for {
		text, err := os.ReadFile(path)
		if err != nil {
			return
		}
		send(string(text), 0) // want "another"
	}
}
