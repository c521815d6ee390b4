namespace Gates.Policies.TypeScript.Tokens;

/// <summary>The words that mean something.</summary>
internal static class Keywords
{
    private const int MaxLength = 11;

    /// <returns><see cref="TokenKind.Name"/> for every other word.</returns>
    public static TokenKind Kind(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > MaxLength || !char.IsAsciiLetterLower(word[0]))
        {
            return TokenKind.Name;
        }

        var kind = Reserved(word);
        kind = kind == TokenKind.Name ? Contextual(word) : kind;
        return kind == TokenKind.Name ? TypeName(word) : kind;
    }

    private static TokenKind Reserved(ReadOnlySpan<char> word) => word switch
    {
        "break" => TokenKind.Break,
        "case" => TokenKind.Case,
        "catch" => TokenKind.Catch,
        "class" => TokenKind.Class,
        "const" => TokenKind.Const,
        "continue" => TokenKind.Continue,
        "debugger" => TokenKind.Debugger,
        "default" => TokenKind.Default,
        "delete" => TokenKind.Delete,
        "do" => TokenKind.Do,
        "else" => TokenKind.Else,
        "enum" => TokenKind.Enum,
        "export" => TokenKind.Export,
        "extends" => TokenKind.Extends,
        "false" => TokenKind.False,
        "finally" => TokenKind.Finally,
        "for" => TokenKind.For,
        "function" => TokenKind.Function,
        "if" => TokenKind.If,
        "import" => TokenKind.Import,
        "in" => TokenKind.In,
        "instanceof" => TokenKind.Instanceof,
        "new" => TokenKind.New,
        "null" => TokenKind.Null,
        "return" => TokenKind.Return,
        "super" => TokenKind.Super,
        "switch" => TokenKind.Switch,
        "this" => TokenKind.This,
        "throw" => TokenKind.Throw,
        "true" => TokenKind.True,
        "try" => TokenKind.Try,
        "typeof" => TokenKind.Typeof,
        "var" => TokenKind.Var,
        "void" => TokenKind.Void,
        "while" => TokenKind.While,
        "with" => TokenKind.With,
        _ => TokenKind.Name,
    };

    private static TokenKind Contextual(ReadOnlySpan<char> word) => word switch
    {
        "abstract" => TokenKind.Abstract,
        "accessor" => TokenKind.Accessor,
        "as" => TokenKind.As,
        "asserts" => TokenKind.Asserts,
        "async" => TokenKind.Async,
        "await" => TokenKind.Await,
        "constructor" => TokenKind.Constructor,
        "declare" => TokenKind.Declare,
        "defer" => TokenKind.Defer,
        "from" => TokenKind.From,
        "get" => TokenKind.Get,
        "global" => TokenKind.Global,
        "implements" => TokenKind.Implements,
        "infer" => TokenKind.Infer,
        "interface" => TokenKind.Interface,
        "is" => TokenKind.Is,
        "keyof" => TokenKind.Keyof,
        "let" => TokenKind.Let,
        "module" => TokenKind.Module,
        "namespace" => TokenKind.Namespace,
        "of" => TokenKind.Of,
        "out" => TokenKind.Out,
        "override" => TokenKind.Override,
        "private" => TokenKind.Private,
        "protected" => TokenKind.Protected,
        "public" => TokenKind.Public,
        "readonly" => TokenKind.Readonly,
        "satisfies" => TokenKind.Satisfies,
        "set" => TokenKind.Set,
        "static" => TokenKind.Static,
        "type" => TokenKind.Type,
        "unique" => TokenKind.Unique,
        "using" => TokenKind.Using,
        "yield" => TokenKind.Yield,
        _ => TokenKind.Name,
    };

    private static TokenKind TypeName(ReadOnlySpan<char> word) => word switch
    {
        "any" => TokenKind.Any,
        "bigint" => TokenKind.Bigint,
        "boolean" => TokenKind.Boolean,
        "never" => TokenKind.Never,
        "number" => TokenKind.NumberType,
        "object" => TokenKind.Object,
        "string" => TokenKind.StringType,
        "symbol" => TokenKind.Symbol,
        "undefined" => TokenKind.Undefined,
        "unknown" => TokenKind.Unknown,
        _ => TokenKind.Name,
    };
}
