namespace Gates.Runner.Git;

/// <summary>Lines as git counts them: ended by a line feed alone.</summary>
internal static class LineEnumeration
{
    public static FeedLines EnumerateLinesByFeed(this ReadOnlySpan<char> text) => new(text);

    internal ref struct FeedLines(ReadOnlySpan<char> rest)
    {
        private ReadOnlySpan<char> rest = rest;
        private bool done;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly FeedLines GetEnumerator() => this;

        public bool MoveNext()
        {
            if (done)
            {
                return false;
            }

            var end = rest.IndexOf('\n');
            done = end < 0;
            Current = done ? rest : rest[..end];
            rest = done ? [] : rest[(end + 1)..];
            return true;
        }
    }
}
