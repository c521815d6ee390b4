namespace Gates.Policies.TypeScript.Tokens;

/// <summary>A place to erase from, or to go back to.</summary>
/// <param name="Token">The one that stood there.</param>
/// <param name="PreviousEnd">Behind the token before.</param>
/// <param name="Edits">How many there were.</param>
/// <param name="Depth">How deep it was nested.</param>
internal readonly record struct Mark(Token Token, int PreviousEnd, int Edits, int Depth)
{
    public int Start => Token.Start;
}
