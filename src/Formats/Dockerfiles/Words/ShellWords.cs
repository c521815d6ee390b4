using System.Text;

namespace Gates.Formats.Dockerfiles.Words;

/// <summary>Collects words: plain text breaks at white space, quoted text does not.</summary>
internal sealed class ShellWords
{
    private readonly List<string> words = [];
    private readonly StringBuilder word = new();

    public void Add(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                word.Append(c);
            }
            else
            {
                Flush();
            }
        }
    }

    public void AddQuoted(string text) => word.Append(text);

    public List<string> Finish()
    {
        Flush();
        return words;
    }

    private void Flush()
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
