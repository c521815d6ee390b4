using Gates.Policies.Engine.RegularExpressions;
using Jint.Parser;
using Jint.Parser.Ast;

namespace Gates.Policies.Engine;

/// <summary>Text to program, refusing what the engine would misread or choke on.</summary>
internal static class ScriptParser
{
    /// <value>Both the parser and the interpreter recurse over nesting, and a stack overflow ends the process.</value>
    private const int MaxNesting = 1_000;

    /// <exception cref="PolicyException">The text is not a script this engine runs.</exception>
    public static Program ParsePolicy(PolicySource source)
    {
        CheckBrackets(source);
        try
        {
            var program = new JavaScriptParser().Parse(source.Script, new ParserOptions { Source = source.Name });
            Prepare(program, source);
            return program;
        }
        catch (ParserException e)
        {
            var message = ModernSyntax.Explain(source.Script, e.LineNumber, e.Column) ?? "the script cannot be read: " + Plain(e.Description);
            throw PolicyException.At(source, e.LineNumber, e.Column, message);
        }
        catch (Exception e) when (e is not (PolicyException or OutOfMemoryException))
        {
            throw new PolicyException(source.Name, $"the script cannot be read: {e.Message}");
        }
    }

    /// <summary>Parses our own script; its statements never count as the policy's place.</summary>
    public static Program ParsePrelude(string text)
    {
        var program = new JavaScriptParser().Parse(text, new ParserOptions { Source = "prelude" });
        foreach (var (node, _) in SyntaxWalker.Walk(program))
        {
            WatchFunction(node, isPolicy: false);
        }

        return program;
    }

    private static void Prepare(Program program, PolicySource source)
    {
        foreach (var (node, depth) in SyntaxWalker.Walk(program))
        {
            if (depth > MaxNesting)
            {
                throw TooDeep(source, node.Location?.Start.Line);
            }

            // The parser takes `let` and `const` for `var`, which gives closures in loops the wrong value.
            if (node is VariableDeclaration { Kind: not "var" } declaration)
            {
                throw PolicyException.At(
                    source, node.Location.Start.Line, node.Location.Start.Column + 1, ModernSyntax.NotInEs5($"`{declaration.Kind}`", "`var`"));
            }

            WatchFunction(node, isPolicy: true);
            WatchBody(node);
            RegexLiterals.Replace(node);
            switch (node)
            {
                case BlockStatement { Body: not WatchedStatements } block:
                    block.Body = new WatchedStatements(block.Body, isFunction: false, isPolicy: true);
                    break;
                case SwitchCase branch:
                    branch.Consequent = new WatchedStatements(branch.Consequent, isFunction: false, isPolicy: true);
                    break;
            }
        }

        program.Body = new WatchedStatements(program.Body, isFunction: false, isPolicy: true);
    }

    /// <summary>Gives a lone statement behind <c>if</c> or a loop its braces, so that it is watched like any other.</summary>
    private static void WatchBody(SyntaxNode node)
    {
        switch (node)
        {
            case IfStatement n:
                n.Consequent = Braced(n.Consequent);
                n.Alternate = n.Alternate is null ? null : Braced(n.Alternate);
                break;
            case ForStatement n:
                n.Body = Braced(n.Body);
                break;
            case ForInStatement n:
                n.Body = Braced(n.Body);
                break;
            case WhileStatement n:
                n.Body = Braced(n.Body);
                break;
            case DoWhileStatement n:
                n.Body = Braced(n.Body);
                break;
        }
    }

    private static Statement Braced(Statement statement) => statement is BlockStatement
        ? statement
        : new BlockStatement
        {
            Type = SyntaxNodes.BlockStatement,
            Location = statement.Location,
            Body = new WatchedStatements([statement], isFunction: false, isPolicy: true),
        };

    private static void WatchFunction(SyntaxNode node, bool isPolicy)
    {
        var body = node switch { FunctionDeclaration n => n.Body, FunctionExpression n => n.Body, _ => null };
        if (body is BlockStatement { Body: not WatchedStatements } block)
        {
            block.Body = new WatchedStatements(block.Body, isFunction: true, isPolicy);
        }
    }

    /// <summary>Counts brackets wherever they stand, also in texts: nobody writes a thousand open ones in earnest.</summary>
    private static void CheckBrackets(PolicySource source)
    {
        var open = 0;
        var line = 1;
        foreach (var c in source.Script)
        {
            switch (c)
            {
                case '\n':
                    line++;
                    break;
                case '(' or '[' or '{':
                    open++;
                    break;
                case ')' or ']' or '}':
                    open = Math.Max(0, open - 1);
                    break;
            }

            if (open > MaxNesting)
            {
                throw TooDeep(source, line);
            }
        }
    }

    private static PolicyException TooDeep(PolicySource source, int? line) =>
        PolicyException.At(source, line, null, FormattableString.Invariant($"the script is nested more than {MaxNesting} deep (recursion limit)"), "recursion");

    private static string Plain(string? description) => string.IsNullOrEmpty(description)
        ? "syntax error"
        : char.ToLowerInvariant(description[0]) + description[1..].Replace("token ILLEGAL", "character", StringComparison.Ordinal);
}
