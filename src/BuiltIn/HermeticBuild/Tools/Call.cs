using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Tools;

/// <summary>A command whose options are told from its verb and operands, as its program does.</summary>
internal sealed class Call
{
    private Call(Invocation invocation, IReadOnlyList<ShellWord> operands)
    {
        Invocation = invocation;
        Operands = operands;
    }

    public Invocation Invocation { get; }

    public string Name => Invocation.Name;

    public int Line => Invocation.Line;

    /// <value>The verb and what follows it; neither options nor their values.</value>
    public IReadOnlyList<ShellWord> Operands { get; }

    public string Verb => Operands.Count > 0 ? Operands[0].Text : "";

    public static Call From(Invocation invocation)
    {
        var valued = ProgramOptions.Of(invocation.Name);
        var operands = new List<ShellWord>();
        for (var i = 0; i < invocation.Arguments.Count; i++)
        {
            var word = invocation.Arguments[i];
            if (valued.Contains(word.Text, StringComparer.Ordinal))
            {
                i++;
            }
            else if (!word.IsFlag && !(operands.Count == 0 && invocation.Name is "cargo" && word.Text.StartsWith('+')))
            {
                operands.Add(word);
            }
        }

        return new Call(invocation, operands);
    }

    public bool Has(params ReadOnlySpan<string> flags) => Invocation.Has(flags);

    public string? ValueOf(params ReadOnlySpan<string> flags) => Invocation.ValueOf(flags)?.Text;

    /// <summary>How many operands the first verb that fits has; 0 when none does. The verb without words fits every call.</summary>
    public int LengthOf(IReadOnlyList<string> verbs, out bool fits)
    {
        var two = Operands.Count > 1 ? Operands[0].Text + " " + Operands[1].Text : null;
        fits = true;
        if (two is not null && verbs.Contains(two, StringComparer.Ordinal))
        {
            return 2;
        }

        if (Operands.Count > 0 && verbs.Contains(Operands[0].Text, StringComparer.Ordinal))
        {
            return 1;
        }

        fits = verbs.Contains("", StringComparer.Ordinal);
        return 0;
    }

    /// <summary>Where the program works when it is called in the folder; <see langword="null"/> when the call does not tell.</summary>
    public string? FolderIn(string? folder)
    {
        var named = ValueOf(ProgramOptions.FoldersOf(Name));
        return named is null ? folder : Folders.Enter(folder, named);
    }

    public override string ToString() => string.Join(' ', Invocation.Command.Words);
}
