// Package desk knows of package client what that tells.
package desk

import "example.test/programs/replies/results/client"

func sent() (*client.Reply, error) { // want `Reply: fresh$`
	return client.Send()
}

func checked() (*client.Reply, error) { // want `Reply: fresh, read, the error tells`
	return client.Checked()
}

func filled() (r client.Reply, err error) { // want `Reply: fresh$`
	err = client.Get("/sms", &r)
	return r, err
}

func made() *client.Reply { return client.Made() }
