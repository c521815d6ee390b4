namespace Gates.Runner.Commands.Completion;

/// <summary>One script for each shell. All ask the program itself, by the words before the cursor, and take files where it knows nothing.</summary>
internal static class CompletionScripts
{
    private const string Bash = """
        # bash completion for gates: source <(gates completion bash)
        _gates() {
          local line
          COMPREPLY=()
          while IFS= read -r line; do
            COMPREPLY+=("${line%%$'\t'*}")
          done < <("${COMP_WORDS[0]}" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
        }
        complete -o default -F _gates gates

        """;

    private const string Zsh = """
        #compdef gates
        # zsh completion for gates: as _gates in a folder of fpath, or source <(gates completion zsh) after compinit
        _gates() {
          local line
          local -a found
          while IFS= read -r line; do
            found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
          done < <("${(Q)words[1]}" complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)
          if (( ${#found} )); then
            _describe -t values gates found
          else
            _files
          fi
        }
        if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
          _gates "$@"
        else
          compdef _gates gates
        fi

        """;

    private const string Fish = """
        # fish completion for gates: gates completion fish > ~/.config/fish/completions/gates.fish
        function __gates_complete
            set -l words (commandline -opc)
            set -l at (commandline -ct)
            set -l found ($words[1] complete -- $words[2..-1] "$at" 2>/dev/null)
            if test (count $found) -gt 0
                printf '%s\n' $found
            else
                __fish_complete_path "$at"
            end
        end
        complete -c gates -f -a '(__gates_complete)'

        """;

    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish"];

    /// <summary>The script, or <see langword="null"/> for another shell.</summary>
    public static string? Of(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        _ => null,
    };
}
