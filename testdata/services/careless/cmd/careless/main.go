// Command careless runs a campaign, or takes delivery reports.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"time"

	"example.test/programs/services/careless/campaign"
	"example.test/programs/services/careless/geniq"
	"example.test/programs/services/careless/webhook"
)

func main() {
	port := flag.Int("port", 0, "take delivery reports at this port")
	text := flag.String("text", "", "what to send")
	flag.Parse()
	os.Exit(run(*port, *text, flag.Args()))
}

func run(port int, text string, to []string) int {
	if port == 0 && len(to) == 0 {
		flag.Usage()
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if port > 0 {
		hook := webhook.New(new(webhook.Store), func(why string) { fmt.Fprintln(os.Stderr, why) })
		if err := http.ListenAndServe(fmt.Sprintf(":%d", port), hook); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		return 0
	}

	api := geniq.New(geniq.Config{User: os.Getenv("GENIQ_USER"), Password: os.Getenv("GENIQ_PASSWORD")})
	rep, err := campaign.NewRunner(api, time.Now).Run(ctx, campaign.Campaign{
		Name: "by hand", From: "SHOP", Text: text, To: to,
	})
	fmt.Println(rep)
	return exitCode(rep, err)
}

// exitCode is for cron: 5 is try again tonight, 6 is see to the account, and
// 11 that the list needs a cleanup.
func exitCode(rep *campaign.Report, err error) int {
	var e *geniq.APIError
	if errors.Is(err, geniq.ErrNoCredit) || errors.As(err, &e) && e.Account() {
		return 6
	}
	if errors.Is(err, campaign.ErrNight) || e != nil && e.ResponseCode == 5 { // want "magiccode: .*ThrottlingRateExceeded"
		return 5
	}
	if gone := rep.Cleanup(); len(gone) > 0 {
		fmt.Fprintln(os.Stderr, strings.Join(gone, " "))
		return 11
	}
	if err != nil {
		return 1
	}
	return 0
}
