using System.CommandLine;
using Gates.Runner;
using Gates.Runner.Commands;

namespace Runner.Tests.Commands.Usage;

/// <summary>The whole command line, as the program makes it.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly Interruption interruption = new();

    public CommandLine(int? width = null)
    {
        Root = GatesCommand.Create(interruption, () => width);
    }

    public RootCommand Root { get; }

    public ParseResult Parse(params string[] words) => Root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });

    public (int ExitCode, string Output) Show(params string[] words)
    {
        var output = new StringWriter { NewLine = "\n" };
        var code = Parse(words).Invoke(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false });
        return (code, output.ToString());
    }

    public void Dispose() => interruption.Dispose();
}
