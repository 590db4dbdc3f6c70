namespace ShallowNet.Player.Tests.Notebooks;

/// <summary>Notebooks as other editors and languages write them, with all that the player must leave alone.</summary>
internal static class ForeignNotebooks
{
    private const string Jupyter = """
        {
         "cells": [
          {
           "attachments": {
            "picture.png": {
             "image/png": "iVBORw0KGgo="
            }
           },
           "cell_type": "markdown",
           "id": "b3a1",
           "metadata": {
            "editable": true,
            "slideshow": {
             "slide_type": ""
            },
            "tags": []
           },
           "source": [
            "# Überschrift 中文 😀 \\ud83d\n",
            "![picture](attachment:picture.png) $\\alpha$"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 12,
           "id": "c4",
           "metadata": {
            "execution": {
             "iopub.execute_input": "2024-01-02T03:04:05.678901Z"
            },
            "trusted": true
           },
           "outputs": [
            {
             "data": {
              "application/vnd.plotly.v1+json": {
               "data": [
                {
                 "x": [
                  1,
                  2.50,
                  1e-07
                 ]
                }
               ]
              },
              "image/png": "iVBORw0KGgo=\n",
              "text/html": [
               "<div>\n",
               "<script>alert(1)</script></div>"
              ],
              "text/plain": [
               "<Figure size 640x480>"
              ]
             },
             "execution_count": 12,
             "metadata": {
              "needs_background": "light"
             },
             "output_type": "execute_result"
            },
            {
             "ename": "ValueError",
             "evalue": "no",
             "output_type": "error",
             "traceback": [
              "\u001b[0;31mValueError\u001b[0m: no"
             ]
            }
           ],
           "source": [
            "import numpy as np\n",
            "\n",
            "np.exp(1)"
           ]
          },
          {
           "cell_type": "raw",
           "id": "d5",
           "metadata": {
            "raw_mimetype": "text/latex"
           },
           "source": []
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": "Python 3 (ipykernel)",
           "language": "python",
           "name": "python3"
          },
          "language_info": {
           "codemirror_mode": {
            "name": "ipython",
            "version": 3
           },
           "name": "python",
           "version": "3.11.0"
          },
          "widgets": {}
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    private const string Colab = """
        {
          "nbformat": 4,
          "nbformat_minor": 0,
          "metadata": {
            "colab": {
              "provenance": [],
              "toc_visible": true
            },
            "kernelspec": {
              "name": "ir",
              "display_name": "R"
            },
            "language_info": { "name": "R" }
          },
          "cells": [
            {
              "cell_type": "code",
              "source": [
                "print(\"\\u00e9 \/ tab\\t\")"
              ],
              "metadata": {
                "id": "x-_9",
                "colab": { "base_uri": "https:\/\/localhost:8080\/", "height": 1.0E+3 },
                "cellView": "form"
              },
              "execution_count": null,
              "outputs": [ { "output_type": "stream", "name": "stdout", "text": "plain string\n" } ]
            },
            { "cell_type": "markdown", "source": "one string", "metadata": {} },
            { "cell_type": "code", "metadata": {}, "source": "cat('no outputs, no count')" }
          ]
        }
        """;

    private const string Polyglot = """
        {
         "cells": [
          {
           "cell_type": "code",
           "execution_count": null,
           "metadata": {
            "dotnet_interactive": {
             "language": "fsharp"
            },
            "polyglot_notebook": {
             "kernelName": "fsharp"
            },
            "vscode": {
             "languageId": "polyglot-notebook"
            }
           },
           "outputs": [],
           "source": [
            "let x = 1\r\n",
            "x |> display"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": null,
           "metadata": {},
           "outputs": [],
           "source": []
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "language_info": {
           "name": "polyglot-notebook"
          },
          "polyglot_notebook": {
           "kernelInfo": {
            "defaultKernelName": "csharp",
            "items": [
             {
              "aliases": [],
              "name": "csharp"
             }
            ]
           }
          }
         },
         "nbformat": 4,
         "nbformat_minor": 2
        }
        """;

    /// <summary>Name and bytes of each.</summary>
    public static readonly IReadOnlyList<(string Name, byte[] Bytes)> All =
    [
        ("Jupyter", Encoding.UTF8.GetBytes(Jupyter.Replace(@"\\ud83d", @"\ud83d", StringComparison.Ordinal))),
        ("Colab", Encoding.UTF8.GetBytes(Colab)),
        ("VS Code", Encoding.UTF8.GetBytes(Polyglot)),
        ("Windows line ends", Encoding.UTF8.GetBytes(Jupyter.ReplaceLineEndings("\r\n"))),
        ("tabs", Encoding.UTF8
            .GetBytes(System.Text.RegularExpressions.Regex.Replace(Polyglot, "(?m)^ +", spaces => new string('\t', spaces.Length)))),
        ("one line", Encoding.UTF8.GetBytes(System.Text.Json.Nodes.JsonNode.Parse(Colab)!.ToJsonString())),
    ];
}
