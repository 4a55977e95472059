// Package meant has directives whose words are right and whose meaning is not.
package meant

import "net/http"

//errcodelint:declare payments key=code success=0,7 // want `success=7: the domain payments has no code 7; it has 0, 1, 2, 4, 8, …` `Declined and Refused are one code, 1, but one has the retry class never and the other backoff`
type Status int

const (
	Paid Status = 0
	//errcodelint:retry never
	Declined Status = 1
	// The same code by another name, and of another class.
	//errcodelint:retry backoff
	Refused Status = 1
	Held    Status = 2 //errcodelint:retry fix
)

//errcodelint:declare payments // want `payments is declared in this package already`
type Again int

const One Again = 1

//errcodelint:declare response // want `response is a built-in domain`
type Reply int

//errcodelint:declare status // want `the type Status belongs to the domain payments already`
type _ = Status

//errcodelint:declare empty // want `no constant of the type Empty in package meant is a code .* so the domain empty would be empty`
type Empty string

//errcodelint:declare numbers prefix=ERR_ // want `no constant here whose name begins with ERR_ is a code`
const Limit = 5

//errcodelint:declare shape // want `the type of a code is a named integer or string type, which struct`
type Shape struct{ Code int }

//errcodelint:declare texts // want `texts is no variable of the package whose value is a map literal`
var texts = loadTexts()

func loadTexts() map[int]string { return nil }

//errcodelint:extend paymentz // want `there is no domain paymentz; did you mean payments\?`
const Later Status = 9

//errcodelint:extend response // want `the constant Sooner has the type of another domain, payments`
const Sooner Status = 8

//errcodelint:retry never // want `Retries is no code of a domain that this package declares or extends`
const Retries = 3

const (
	//errcodelint:retry never
	//errcodelint:retry fix // want `this code has a retry class already`
	Twice Status = 4
)

// Order has codes.
type Order struct {
	//errcodelint:domain response // want `the type of Status says that it is of the domain payments`
	Status Status
	//errcodelint:domain payments // want `Customer cannot hold a code: it is a struct`
	Customer struct{ Name string }
	//errcodelint:domain payment // want `there is no domain payment; did you mean payments\?`
	Last int
	//errcodelint:domain payments
	//errcodelint:domain template // want `another directive says something else of Next`
	Next int
}

// Two blocks: one code may have two names, but not two classes.
//
//errcodelint:declare cards success=0 // want `0 is a success here, but has the retry class never`
const (
	CardOK = 0
	//errcodelint:retry never
	CardFine = 0
)

//errcodelint:ignore magiccode nothing is here // want `there is nothing to ignore: magiccode finds nothing in this declaration; remove it`
func fetch(url string) (*http.Response, error) {
	return http.Get(url) //errcodelint:ignore magiccode nor here // want `magiccode finds nothing on this line`
}

// colors has nothing to do with codes.
//
//errcodelint:exhaustive // want `says nothing here: no key of this map is a code`
var colors = map[string]int{"green": 1, "red": 2}

func weekday(day int) string {
	//errcodelint:exhaustive // want `says nothing here: this switch is about no code`
	switch day {
	case 0, 6:
		return "weekend"
	}
	return colorOf(day)
}

func colorOf(day int) string {
	for name, n := range colors {
		if n == day {
			return name
		}
	}
	return weekday(day)
}
