// Package console sends what somebody types, and asks them whether to try again.
package console

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
)

// A console is where somebody sits, who has had enough.
type console struct {
	in  *bufio.Scanner
	out io.Writer
}

func open() *console {
	return &console{bufio.NewScanner(strings.NewReader("no\n")), io.Discard}
}

func (c *console) confirm(question string) bool {
	fmt.Fprint(c.out, question, " ")
	return c.in.Scan() && strings.EqualFold(c.in.Text(), "yes")
}

// Again shows the error, and asks.
func Again(ctx context.Context, c *api.Client, m api.Message) error {
	user := open()
	for {
		err := client.Typed(ctx, c, m)
		if err == nil {
			return nil
		}
		fmt.Fprintf(user.out, "%v. Again? ", err)
		if !user.in.Scan() || user.in.Text() != "yes" {
			return err
		}
	}
}

// Confirmed asks by a method.
func Confirmed(ctx context.Context, c *api.Client, m api.Message) error {
	user := open()
	for {
		err := client.Typed(ctx, c, m)
		if err == nil || !user.confirm("again?") {
			return err
		}
	}
}

// Condition asks in the loop's head.
func Condition(ctx context.Context, c *api.Client, m api.Message) error {
	user := open()
	for again := true; again; again = user.confirm("again?") {
		if err := client.Typed(ctx, c, m); err == nil {
			return nil
		}
	}
	return errors.New("given up")
}

// Jump goes back if it was told to.
func Jump(ctx context.Context, c *api.Client, m api.Message) error {
	in := strings.NewReader("n\n")
again:
	err := client.Typed(ctx, c, m)
	if err != nil {
		var answer string
		if _, err := fmt.Fscanln(in, &answer); err != nil {
			return err
		}
		if answer == "y" {
			goto again
		}
	}
	return err
}

// Lines sends each line until it was taken.
func Lines(ctx context.Context, c *api.Client, m api.Message) error {
	user := open()
	for user.in.Scan() {
		m.Text = user.in.Text()
		for { // want "and 10 more of class never"
			if err := client.Typed(ctx, c, m); err == nil {
				break
			}
		}
	}
	return user.in.Err()
}

// Shown only tells.
func Shown(ctx context.Context, c *api.Client, m api.Message) error {
	user := open()
	for { // want "and 10 more of class never"
		err := client.Typed(ctx, c, m)
		if err == nil {
			return nil
		}
		fmt.Fprintln(user.out, err)
	}
}
