using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>What becomes of the text: places that turn to spaces, and characters that are written over some of these.</summary>
internal sealed class Edits
{
    private readonly List<Edit> edits = [];

    /// <value>How many there are; <see cref="Forget"/> goes back to it.</value>
    public int Count => edits.Count;

    public void Erase(int start, int end) => edits.Add(new Edit(start, end, '\0'));

    public void Put(int position, char character) => edits.Add(new Edit(position, position + 1, character));

    public void Forget(int count) => edits.RemoveRange(count, edits.Count - count);

    public string Apply(string text)
    {
        if (edits.Count == 0)
        {
            return text;
        }

        var characters = text.ToCharArray();
        foreach (var edit in edits)
        {
            Blank(characters.AsSpan(edit.Start, edit.End - edit.Start));
        }

        foreach (var edit in edits)
        {
            if (edit.Character != '\0')
            {
                characters[edit.Start] = edit.Character;
            }
        }

        return new string(characters);
    }

    private static void Blank(Span<char> span)
    {
        foreach (ref var c in span)
        {
            if (!Characters.IsLineBreak(c))
            {
                c = ' ';
            }
        }
    }

    private readonly record struct Edit(int Start, int End, char Character);
}
