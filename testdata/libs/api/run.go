package api

import (
	"bufio"
	"context"
	"fmt"
	"maps"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"
)

// A Program sends one message.
type Program func(context.Context, *Client, Message) error

// Run is the main function of a command that runs programs by name, as they are
// asked for on the standard input. It writes all names first, and "done" after
// each run. The API's address is the command's argument.
func Run(programs map[string]Program) {
	c := &Client{URL: os.Args[1], HTTP: &http.Client{Timeout: time.Minute}, Unit: 10 * time.Microsecond}
	m := Message{From: "SHOP", To: "60120000001", Text: "your parcel is on its way"}
	fmt.Println(strings.Join(slices.Sorted(maps.Keys(programs)), " "))
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		_ = programs[in.Text()](ctx, c, m) // what comes of it is the program's business
		if ctx.Err() != nil {
			fmt.Println("too slow")
		} else {
			fmt.Println("done")
		}
		cancel()
	}
}
