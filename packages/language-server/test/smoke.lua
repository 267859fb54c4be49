-- Run by neovim.test.ts in a headless Neovim 0.7 or later: open a report, wait for diagnostics, apply every safe quick
-- fix through code actions, save, and print what was seen as JSON. Arguments come in environment variables.
local file = vim.env.BIANXU_FILE
local program = vim.env.BIANXU_PROGRAM
vim.cmd('edit ' .. vim.fn.fnameescape(file))
vim.bo.fileformat = 'unix'
local buffer = vim.api.nvim_get_current_buf()
local client_id = vim.lsp.start_client({
  name = 'bianxu',
  cmd = { 'node', program, 'lsp', '--stdio' },
  root_dir = vim.fn.fnamemodify(file, ':h'),
  offset_encoding = 'utf-16',
})
vim.lsp.buf_attach_client(buffer, client_id)
local function diagnostics() return vim.diagnostic.get(buffer) end
vim.wait(20000, function() return #diagnostics() > 0 end, 20)
local seen = {}
for _, diagnostic in ipairs(diagnostics()) do
  local lsp = diagnostic.user_data and diagnostic.user_data.lsp or {}
  local href = lsp.codeDescription and lsp.codeDescription.href or ''
  table.insert(seen, { code = diagnostic.code, lnum = diagnostic.lnum, message = diagnostic.message, href = href })
end
local client = vim.lsp.get_client_by_id(client_id)
local last = vim.api.nvim_buf_line_count(buffer)
local function actions(kind)
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    range = { start = { line = 0, character = 0 }, ['end'] = { line = last, character = 0 } },
    context = { diagnostics = {}, only = { kind } },
  }
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, 10000) or {}
  local found = {}
  for _, answer in pairs(answers) do for _, action in ipairs(answer.result or {}) do table.insert(found, action) end end
  return found
end
local titles = {}
for _, action in ipairs(actions('quickfix')) do table.insert(titles, action.title) end
local rounds = 0
while rounds < 5 do
  local all = actions('source.fixAll')
  if #all == 0 then break end
  vim.lsp.util.apply_workspace_edit(all[1].edit, client.offset_encoding)
  rounds = rounds + 1
  vim.wait(400)
end
vim.wait(5000, function()
  for _, diagnostic in ipairs(diagnostics()) do if diagnostic.severity == vim.diagnostic.severity.ERROR then return false end end
  return true
end, 20)
vim.cmd('write')
local symbols = vim.lsp.buf_request_sync(buffer, 'textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params(buffer) }, 10000) or {}
local outline = {}
for _, answer in pairs(symbols) do for _, symbol in ipairs(answer.result or {}) do table.insert(outline, symbol.name) end end
local left = {}
for _, diagnostic in ipairs(diagnostics()) do table.insert(left, diagnostic.code) end
io.stdout:write(vim.fn.json_encode({ seen = seen, titles = titles, rounds = rounds, left = left, outline = outline }) .. '\n')
vim.lsp.stop_client(client_id)
vim.cmd('qa!')
