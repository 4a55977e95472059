package codes

// The codes come from catalog.tsv: the vendor's table, with names and retry classes added. To add
// a code, add a row there and run go generate. The tests compare all three.

//go:generate go run ../internal/codegen/cmd -declare=false -domain response -key responseCode -about "the responseCode of a reply of the REST API: token, sms, batch_sms, verify and balance." catalog.tsv
//go:generate go run ../internal/codegen/cmd -declare=false -domain reason -key reasonCode -about "the reasonCode of a delivery report: why a message that was accepted didn't arrive." catalog.tsv
//go:generate go run ../internal/codegen/cmd -declare=false -domain template -key responseCode -label "template responseCode" -about "the responseCode of a reply of whatsapp/message_templates. It has the key of a ResponseCode, and some of its numbers, but none of its meanings." catalog.tsv
