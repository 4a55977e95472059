// Command run lets the careless program meet every code of the WhatsApp Cloud
// API, and numbers that are none, and prints what it makes of them.
package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"

	"example.test/programs/whatsapp/careless"
	"example.test/programs/whatsapp/cloud"
)

func main() {
	codes := []int{-1, 5, 131, 131001, 999999}
	for c := range cloud.WhatsappCodes() {
		codes = append(codes, int(c))
	}
	for _, code := range codes {
		body := fmt.Sprintf(`{"error": {"code": %d, "message": "no"}}`, code)
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, body)
		}))
		client := &cloud.Client{URL: server.URL, HTTP: server.Client()}
		fmt.Println(code, "sent:", careless.Notify(context.Background(), client, "4912345", "hello"))
		server.Close()
		again, err := careless.Webhook([]byte(fmt.Sprintf(`{"errors": [{"code": %d}]}`, code)))
		fmt.Println(code, "reported:", again, err)
	}
}
