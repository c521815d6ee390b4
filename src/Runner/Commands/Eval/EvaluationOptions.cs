using System.CommandLine;

namespace Gates.Runner.Commands.Eval;

/// <summary>What every command that runs one policy can be told.</summary>
internal sealed class EvaluationOptions
{
    private readonly Option<string> settings = new("--settings") { Description = "A JSON object with what would stand under `with:`." };
    private readonly Option<bool> trace = new("--trace") { Description = "Show each call of report with its line, also when the policy does not finish." };
    private readonly Option<bool> json = new("--json") { Description = "Print JSON." };

    public void AddTo(Command command)
    {
        command.Options.Add(settings);
        command.Options.Add(trace);
        command.Options.Add(json);
    }

    public EvaluationRequest Request(ParseResult parsed, string policy) =>
        new(new DirectoryInfo(Environment.CurrentDirectory), policy, parsed.Text(settings));

    public EvaluationOutput Output(ParseResult parsed) => new(parsed.GetValue(trace), parsed.GetValue(json));
}
