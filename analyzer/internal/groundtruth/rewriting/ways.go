package rewriting

import "go/ast"

// A Way is one to write something in.
type Way struct {
	Name    string
	rewrite func(s *site, n ast.Node) []edit
}

// Ways are all that there are.
var Ways = []Way{
	{"a condition in a variable", conditionInVariable},
	{"a code in a variable", codeInVariable},
	{"operands the other way round", otherWayRound},
	{"a condition by what it is not", byNegation},
	{"a condition in a function", conditionInFunction},
	{"an else for an early return", elseForRest},
	{"an early return for an else", restForElse},
	{"an if the other way round", ifTheOtherWayRound},
	{"a switch without a tag for one with", withoutTag},
	{"a switch for a chain of ifs", switchForChain},
	{"what comes before a condition in front of it", initInFront},
	{"a loop's condition in its body", conditionInBody},
	{"a loop over a number for one that counts", overNumber},
	{"a loop that counts for one over a number", counting},
	{"a loop over indices for one over elements", overIndices},
	{"what is returned in a variable", returnedInVariable},
	{"a call in a literal", callInLiteral},
	{"a call in a function", callInFunction},
	{"a method's value that is called", methodValue},
	{"a function that hands on to another one", handedOn},
	{"variables that are declared first", declaredFirst},
}
