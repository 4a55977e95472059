package retriedcode

import "go/types"

// A library is what the check knows of one: what it calls again, and what ends
// that. To add one is to add an entry to libraries, and a program for it to
// testdata/libs; see docs/retriedcode-libraries.md.
type library struct {
	path string // of the package, without version elements

	runs     []runner  // functions that call an operation again
	marks    []string  // functions whose errors alone are tried again
	stops    []string  // functions, types and variables whose errors end it
	end      ending    // how a fix writes that
	handlers []handler // functions that the library calls again with the same message
	methods  []string  // the names of methods that it calls so by an interface
	gives    []give    // methods that give a message back

	family  string   // the start of the paths of all its packages
	takers  []taker  // functions that the program gives handlers to
	inside  string   // a package whose functions only handlers can call
	limits  []string // fields by which a program says how often, or for what, it is tried again
	perhaps []string // functions whose errors may end it
	catches []string // functions that make what takes handlers' errors, so that nothing comes back for them

	predicates map[string]int       // types of predicates, and which result says "again"
	fields     []string             // fields that hold predicates
	filters    map[string]filtering // options that decide instead of the error
	replaces   bool                 // a predicate replaces the stops

	policies string // the package of its policies, if it has nothing tried again without one
	covers   string // the package of what makes a success of an error, unless it stands before the policy

	breaker string // the package of what has nothing tried again after the first failure, unless it stands before the policy, or is told otherwise
	bears   string // the start of the names of methods that tell it so

	single map[string]string // options that allow one try alone, and the constant by which they do
	none   string            // a type of which no value has anything tried again
	paced  []string          // functions that return a channel by which the time alone is told
	over   string            // a constant by which pauses of the program's own say that it is over

	// unwraps reports whether the library finds a stop behind other errors; nil if
	// it always does.
	unwraps func(*types.Package) bool
}

// A runner is a function that calls one of its arguments again.
type runner struct {
	name      string // "Retry", "Retrier.Do"
	arg       int    // the operation's index, or one before it: it is the first function from there on
	again     again
	predicate int    // index, plus one, of an argument that says whether to try again; 0 for none
	from      string // the constructor of the receiver, which decides if its argument classifier is not nil
	nilArg    int
}

// again says what makes a library call an operation again.
type again int

const (
	onError  again = iota // an error
	onTrue                // true, with an error
	onFalse               // false, without an error
	onAnswer              // what a predicate says about what it returns
	always                // nothing: it goes on until a channel is closed, or a context cancelled
)

// A filtering is how an option says what is tried again.
type filtering int

const (
	otherwise  filtering = iota // by other means than the error
	asksAgain                   // by a predicate that says "again"
	asksFinal                   // by one that says that it is over
	listsAgain                  // by the errors that are
	listsFinal                  // by those for which it is over
)

// A handler is a function with a parameter of a type: the message.
type handler struct {
	param string // the type's name
	note  string // to add to the message
}

// A taker is a function, or method, to which a program gives handlers.
type taker struct {
	name     string
	arg      int  // index of the handler, or of a value whose exported methods are handlers
	executes bool // it has the handler executed, as often as the program says there
}

// A give is a method that gives a message back to its queue.
type give struct {
	name string
	arg  int    // index of the argument that has to be true, or is given back; -1 for none
	from string // the queue's method that the argument has come from; "" for a message that is given back itself
}
