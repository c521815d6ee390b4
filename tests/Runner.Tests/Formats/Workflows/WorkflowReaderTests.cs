using Gates.Formats.Documents;
using Gates.Formats.Workflows;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Workflows;

public sealed class WorkflowReaderTests
{
    private const string Path = ".github/workflows/ci.yml";

    [Fact]
    public void A_job_is_read_with_the_places_of_what_it_uses()
    {
        var job = WorkflowReader.Read("""
            on: push
            jobs:
              build:
                runs-on: [self-hosted, ubuntu-24.04]
                container:
                  image: node:22
                services:
                  db: { image: "postgres:17" }
                env: { A: 1 }
                steps:
                  - name: get
                    uses: actions/checkout@v4
                    with:
                      Fetch-Depth: 2
              call:
                uses: acme/flows/.github/workflows/x.yml@v1
            """, Path).Jobs[0];

        job.Id.ShouldBe("build");
        job.Line.ShouldBe(3);
        job.RunsOn.Select(label => label.Text).ShouldBe(["self-hosted", "ubuntu-24.04"]);
        job.Container.ShouldBe(new PlacedText("node:22", 6, 14));
        job.Services["db"].ShouldBe(new PlacedText("postgres:17", 8, 20));
        job.Env["a"].Text.ShouldBe("1");
        job.Steps[0].Uses.ShouldBe(new PlacedText("actions/checkout@v4", 12, 15));
        job.Steps[0].With["fetch-depth"].Text.ShouldBe("2");
    }

    [Fact]
    public void A_called_workflow_is_read_with_its_place()
    {
        var job = WorkflowReader.Read("jobs:\n  call:\n    uses: acme/flows/.github/workflows/x.yml@v1\n    secrets: inherit\n", Path).Jobs.Single();

        job.Uses.ShouldBe(new PlacedText("acme/flows/.github/workflows/x.yml@v1", 3, 11));
        job.Steps.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("|", "|", 6, true)]
    [InlineData("|-", "|-  # why", 6, true)]
    [InlineData(">-", ">-", 6, false)]
    public void A_block_of_lines_starts_on_the_line_after_its_sign(string style, string header, int line, bool keepsLines)
    {
        var script = Script($"run: {header}\n          one\n          two\n");

        script.FirstLine.ShouldBe(line, style);
        script.KeepsLines.ShouldBe(keepsLines);
        script.Text.ShouldStartWith("one");
    }

    [Fact]
    public void A_script_on_one_line_stands_on_that_line() => Script("run: make | tee log\n").FirstLine.ShouldBe(5);

    [Fact]
    public void Shell_and_folder_come_from_the_step_then_the_job_then_the_workflow()
    {
        var workflow = WorkflowReader.Read("""
            defaults: { run: { shell: pwsh, working-directory: all } }
            jobs:
              build:
                defaults: { run: { working-directory: app } }
                steps:
                  - run: one
                  - run: two
                    shell: bash
                    working-directory: web
            """, Path);

        workflow.Jobs[0].Steps.Select(step => (step.Run!.Shell, step.Run.WorkingDirectory)).ShouldBe([("pwsh", "app"), ("bash", "web")]);
    }

    [Fact]
    public void A_matrix_lists_what_the_file_tells_and_leaves_out_what_only_GitHub_knows()
    {
        var matrix = WorkflowReader.Read("""
            jobs:
              test:
                strategy:
                  matrix:
                    os: [ubuntu-24.04]
                    node: ${{ fromJSON(needs.plan.outputs.node) }}
                    go: [1.23.4]
                    include:
                      - { go: 1.22, os: macos-15 }
                    exclude:
                      - { os: windows-2025 }
            """, Path).Jobs[0].Matrix;

        matrix["os"].Select(value => value.Text).ShouldBe(["ubuntu-24.04", "macos-15"]);
        matrix["GO"].Select(value => value.Text).ShouldBe(["1.23.4", "1.22"]);
        matrix.ContainsKey("node").ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("on: push\n")]
    [InlineData("on: push\njobs:\n")]
    [InlineData("on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n    env:\n    services: ${{ fromJSON('{}') }}\n    container: ${{ matrix.image }}\n")]
    public void What_GitHub_accepts_is_read(string text) => WorkflowReader.Read(text, Path).Jobs.SelectMany(job => job.Steps).ShouldBeEmpty();

    [Theory]
    [InlineData("- a\n", "a workflow must be a map with `on` and `jobs`")]
    [InlineData("jobs: [a]\n", "`jobs` must be a map")]
    [InlineData("jobs:\n  a: x\n", "`jobs.a` must be a map")]
    [InlineData("jobs:\n  a:\n    steps: { run: x }\n", "`steps` must be a list")]
    [InlineData("jobs:\n  a:\n    steps: [x]\n", "`steps` must be a list of maps, each with `uses` or `run`")]
    [InlineData("jobs:\n  a:\n    steps:\n      - run: [x]\n", "`run` must be a text")]
    [InlineData("jobs: {}\n---\njobs: {}\n", "a workflow is one document; remove the `---` before this one")]
    public void What_GitHub_refuses_is_refused_with_its_place(string text, string reason)
    {
        var error = Should.Throw<DocumentException>(() => WorkflowReader.Read(text, Path));

        error.Reason.ShouldBe(reason);
        error.Message.ShouldMatch("""^\.github/workflows/ci\.yml:\d+:\d+: """);
    }

    [Fact]
    public void An_action_is_read_and_other_files_of_that_name_are_left_alone()
    {
        var action = ActionReader.Read("runs:\n  using: composite\n  steps:\n    - uses: a/b@v1\n    - run: x\n      shell: bash\n", "action.yml");

        action.ShouldNotBeNull().Using.ShouldBe("composite");
        action.Steps.Count.ShouldBe(2);
        ActionReader.Read("kind: Playbook\n", "play/action.yml").ShouldBeNull();
    }

    [Theory]
    [InlineData(".github/workflows/ci.yml", true)]
    [InlineData(".github/workflows/ci.yaml", true)]
    [InlineData(".github/workflows/sub/ci.yml", false)]
    [InlineData("sub/.github/workflows/ci.yml", false)]
    [InlineData(".github/workflows/ci.json", false)]
    public void A_workflow_stands_only_in_the_folder_that_GitHub_reads(string path, bool expected) => WorkflowFinder.IsWorkflow(path).ShouldBe(expected);

    private static WorkflowScript Script(string step) =>
        WorkflowReader.Read("jobs:\n  a:\n    steps:\n      - name: x\n        " + step, Path).Jobs[0].Steps[0].Run!;
}
