namespace Gates.Policies.TypeScript.Tokens;

/// <summary>A token and where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Of its first character.</param>
/// <param name="End">Behind its last one.</param>
/// <param name="StartsLine">Whether a line break comes between the token before and this one.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, bool StartsLine)
{
    /// <value>Whether it is a word of any kind: property names are.</value>
    public bool IsWord => Kind is >= TokenKind.In;

    /// <value>Whether it can name a variable.</value>
    public bool IsIdentifier => Kind is >= TokenKind.Name;

    /// <value>Whether it is a property's name as it stands, without brackets.</value>
    public bool IsPropertyName => IsWord || Kind is TokenKind.String or TokenKind.Number or TokenKind.PrivateName;

    public bool IsBinaryOperator => Kind is (>= TokenKind.Less and <= TokenKind.Instanceof) or TokenKind.As or TokenKind.Satisfies;

    /// <value>Whether an expression can start with it.</value>
    public bool StartsExpression =>
        IsIdentifier || Kind is TokenKind.PrivateName or TokenKind.Number or TokenKind.String or TokenKind.Backtick
            or TokenKind.OpenBrace or TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.Slash or TokenKind.SlashEquals
            or TokenKind.Exclamation or TokenKind.Tilde or TokenKind.Increment or TokenKind.Plus or TokenKind.Minus or TokenKind.Less or TokenKind.At
            or TokenKind.Class or TokenKind.Delete or TokenKind.False or TokenKind.Function or TokenKind.Import
            or TokenKind.New or TokenKind.Null or TokenKind.Super or TokenKind.This or TokenKind.True or TokenKind.Typeof or TokenKind.Void;
}
