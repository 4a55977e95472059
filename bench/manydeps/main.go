// Manydeps is a program with many dependencies, as programs have that run in a
// cluster and answer web hooks: what errcodelint costs on it is what it costs
// where codes are the least part.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"

	_ "github.com/aws/aws-sdk-go-v2/service/s3"
	_ "github.com/aws/aws-sdk-go-v2/service/ssm"
	_ "github.com/eclipse/paho.golang/paho"
	_ "github.com/gin-gonic/gin"
	_ "github.com/gofiber/fiber/v2"
	_ "github.com/google/gopacket/layers"
	_ "github.com/labstack/echo/v4"
	_ "github.com/miekg/dns"
	_ "github.com/prometheus/client_golang/prometheus/promhttp"
	_ "github.com/stripe/stripe-go/v81"
	_ "github.com/twilio/twilio-go"
	_ "golang.org/x/crypto/ocsp"
	_ "google.golang.org/grpc"
	_ "k8s.io/client-go/kubernetes"
)

type reply struct {
	ResponseCode int `json:"responseCode"`
}

func main() {
	var r reply
	if err := json.NewDecoder(os.Stdin).Decode(&r); err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.ResponseCode == 0, r.ResponseCode == 5)
}
